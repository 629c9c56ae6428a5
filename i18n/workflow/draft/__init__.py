"""`i18n draft` and `i18n engines`: empty messages get drafts."""
