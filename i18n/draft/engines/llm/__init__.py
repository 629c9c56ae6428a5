"""How is a language model behind an OpenAI-compatible address asked for drafts? One POST, no SDK."""

from i18n.draft.engines.llm.engine import Llm

__all__ = ["Llm"]
