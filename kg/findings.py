"""What a check finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be: which check, at which node, from which sentence."""

    check: str
    severity: str
    node: str
    message: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings, sorted; the store conforms if none of them is a violation."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is nothing worse than a warning."""
        return all(finding.severity == "warning" for finding in self.findings)
