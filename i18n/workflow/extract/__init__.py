"""`i18n extract`: articles become templates, and catalogs follow them."""
