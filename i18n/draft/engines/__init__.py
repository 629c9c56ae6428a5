"""How is each engine asked? One module or package each; `i18n.draft.registry` lists them."""
