// What the network page needs of the libraries, under the one global name kgVendor.
export { MultiDirectedGraph } from "graphology";
export { default as Sigma } from "sigma";
export { createEdgeCurveProgram } from "@sigma/edge-curve";
