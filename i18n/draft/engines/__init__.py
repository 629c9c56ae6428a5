"""Which engines are there? One module or package each; `i18n.draft.choice` lists them."""
