"""Which engines are there? One module or package each; `i18n.draft.registry` lists them."""
