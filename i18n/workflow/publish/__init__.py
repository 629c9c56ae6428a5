"""`i18n build` and `i18n bundle`: articles become pages, and pages become archives."""
