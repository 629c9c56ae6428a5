"""`i18n check`: what is wrong with the translations?"""
