"""What does the project's configuration say, and where do its things lie?"""

from i18n.project.articles import Found, Known, find_articles, is_article
from i18n.project.loading import load, read_configuration
from i18n.project.tables import Build, Check
from i18n.project.values import Project

__all__ = ["Build", "Check", "Found", "Known", "Project", "find_articles", "is_article", "load", "read_configuration"]
