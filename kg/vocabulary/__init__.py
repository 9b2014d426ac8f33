"""What the ontology knows: event types, frames and triggers, as plain frozen values.

Python knows event, role, trigger and code; which events there are stands in `ontology/events/*.ttl` alone.
"""

from kg.vocabulary.terms import CodeRule, EventType, Slot, Trigger
from kg.vocabulary.vocabulary import Vocabulary

__all__ = ["CodeRule", "EventType", "Slot", "Trigger", "Vocabulary"]
