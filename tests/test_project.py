"""What the configuration may say, where it is found, and which files are articles."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import project as projects
from i18n.errors import ConfigurationError
from i18n.project import Found, Project
from i18n.project.articles import names_of
from i18n.project.by_locale import PerLocale
from i18n.project.engines import LibreTranslateSettings
from i18n.project.globs import matches
from i18n.project.notices import Notices
from i18n.store import LocalStore

LEAST = '[project]\nlocales = ["de"]\n'


def configured(folder: Path, text: str = LEAST) -> Path:
    (folder / "i18n.toml").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, explicit: Path | None = None) -> Project:
    return projects.load(str(folder), str(explicit) if explicit else None)


def find_articles(project: Project) -> Found:
    return projects.find_articles(LocalStore(project.root), project)


def with_articles(folder: Path, *paths: str, more: str = "") -> Project:
    for path in paths:
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"Hello\n")
    return load(configured(folder, LEAST + more))


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(configured(folder, text))
    return str(caught.value)


def test_everything_but_locales_has_the_contracts_default(tmp_path: Path) -> None:
    project = load(configured(tmp_path))
    assert (project.name, project.source_locale, project.locales) == ("articles", "en", ("de",))
    assert project.source.include == ("**/*.md", "**/*.mdx")
    assert project.source.dialect == "gfm"
    assert project.source.front_matter == ("title", "description", "summary")
    assert project.memory.minimum == 75
    assert project.draft.engines == ("memory", "apertium")
    assert (project.build.fallback, project.build.outdated) == ("mixed", "source")
    assert (project.build.minimum, project.build.required) == (PerLocale(0), PerLocale(()))
    assert project.bundle.formats == ("zip",)
    assert (project.privacy.translators, project.privacy.remote) == ("omit", "named")
    assert project.catalog("a/b", "de") == "locales/de/LC_MESSAGES/a/b.po"
    assert project.template("a/b") == "locales/templates/a/b.pot"
    assert project.output("a/b.md", "de") == "dist/de/a/b.md"


def test_every_key_of_the_contract_is_read(tmp_path: Path) -> None:
    project = load(
        configured(
            tmp_path,
            """
            [project]
            name = "Field notes"
            source_locale = "en"
            locales = ["de", "pt-BR", "zh-Hant"]
            [source]
            path = "articles"
            include = ["**/*.md"]
            exclude = ["drafts/**"]
            dialect = "commonmark"
            front_matter = ["title", "images[].alt"]
            parameters = []
            code = "skip"
            private = ["secret/**"]
            [catalogs]
            path = "po/{locale}/{article}.po"
            template = "po/templates/{article}.pot"
            group = "article"
            references = "line"
            [memory]
            import = []
            minimum = 60
            glossary = "terms.csv"
            [draft]
            engines = ["memory"]
            max_characters = 10
            max_cost = 1
            redact = ""
            [engine.libretranslate]
            url = "http://127.0.0.1:5000"
            timeout = 3
            [check]
            error = ["numbers"]
            warn = ["links"]
            off = ["unchanged"]
            hosts = ["*.example.org"]
            [build]
            path = "out"
            layout = "plain"
            fallback = "omit"
            outdated = "keep"
            minimum = 80
            drop_below = 60
            required = ["index.md"]
            require = "reviewed"
            drafts = true
            anchors = "keep"
            links = "keep"
            credits = "none"
            [bundle]
            path = "packs"
            formats = ["zip"]
            [privacy]
            translators = "keep"
            remote = "never"
            deny = ""
            [notices]
            de = "Maschinell übersetzt."
            """,
        )
    )
    assert project.locales == ("de", "pt-BR", "zh-Hant")
    assert project.catalog("x", "zh-Hant") == "po/zh_Hant/x.po"
    assert project.draft.max_cost == 1.0
    assert project.engine == {"libretranslate": LibreTranslateSettings(url="http://127.0.0.1:5000", timeout=3.0)}
    assert project.check.off == ("unchanged",)
    assert project.build.drop_below == PerLocale(60)
    assert project.notices.of("de") == Notices("Maschinell übersetzt.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "project.locales: expected a list of languages"),
        ("[project]\nlocales = []\n", "at least one language"),
        ('[project]\nlocales = "de"\n', '["one", "two"], not \'de\''),
        ('[project]\nlocales = ["de", "de"]\n', "each language once"),
        ('[project]\nlocales = ["en"]\n', "languages other than source_locale"),
        ('[project]\nlocales = ["pt-BR", "pt-br"]\n', "each language once"),
        ('[project]\nlocales = ["not a tag"]\n', "project.locales"),
        ('[project]\nlocale = ["de"]\n', 'project.locale: unknown key (did you mean "locales"?)'),
        (LEAST + '[sourc]\npath = "x"\n', 'sourc: unknown table (did you mean "source"?)'),
        (LEAST + "[build]\nminimum = 101\n", "build.minimum: expected a whole number from 0 to 100, not 101"),
        (LEAST + "[build]\nminimum = true\n", "build.minimum: expected a whole number from 0 to 100"),
        (LEAST + "[build]\nminimum = 50\ndrop_below = 60\n", "build.drop_below: expected at most [build] minimum."),
        (
            LEAST + "[build]\nminimum = {default = 80, de = 50}\ndrop_below = 60\n",
            "build.drop_below: expected at most [build] minimum in de.",
        ),
        (LEAST + "[build]\nminimum = {de = 101}\n", "build.minimum.de: expected a whole number from 0 to 100, not 101"),
        (LEAST + "[build]\nminimum = {default = -1}\n", "build.minimum.default: expected a whole number from 0 to 100"),
        (LEAST + "[build]\nminimum = {fr = 50}\n", "build.minimum.fr: expected one of the project's languages (de)"),
        (LEAST + '[build]\nminimum = {"not a tag" = 50}\n', "build.minimum.not a tag: "),
        (LEAST + "[build]\nminimum = {de = 50, DE = 60}\n", "build.minimum.DE: expected each language once"),
        (LEAST + '[build]\nrequired = {de = "index"}\n', "build.required.de: expected a list of strings"),
        (LEAST + '[build]\nrequired = {de = ["../index"]}\n', "build.required.de: expected globs below the source"),
        (LEAST + '[build]\nfallback = "mixd"\n', 'did you mean "mixed"?'),
        (LEAST + '[typography]\nquotes = "«»"\n', "typography.quotes: expected a table by language"),
        (LEAST + '[typography.quotes]\nfr = "«»"\n', "typography.quotes.fr: expected one of the project's languages"),
        *(
            (LEAST + f"[typography.quotes]\nde = '{marks}'\n", "typography.quotes.de: expected two quotation marks")
            for marks in ("", "«", "«»‹", "««»»", "«»»«", "„„““", "ab", "«»‹›“”", "« »", "()")
        ),
        (LEAST + '[build]\ndrafts = "yes"\n', "build.drafts: expected true or false"),
        (LEAST + '[source]\npath = "../elsewhere"\n', "source.path: expected a folder inside the project"),
        (LEAST + '[source]\npath = "/etc"\n', "source.path: expected a folder inside the project"),
        (LEAST + '[source]\npath = "./x"\n', "source.path: expected a folder inside the project"),
        (LEAST + "[source]\npath = []\n", "source.path: expected at least one folder"),
        (LEAST + '[source]\npath = ["a", ""]\n', "source.path: expected a folder inside the project"),
        (LEAST + '[source]\npath = ["a", "A/b"]\n', "source.path: expected folders none of which lies in another"),
        (LEAST + '[source]\npath = [".", "a"]\n', "source.path: expected folders none of which lies in another"),
        (LEAST + '[source]\npath = ["a", "dist/b"]\n', "build.path: expected a place apart from the articles"),
        (LEAST + '[source]\npath = "locales"\n', "catalogs.path: expected a place apart from the articles"),
        (LEAST + '[build]\npath = "source/dist"\n', "build.path: expected a place apart from the articles"),
        (LEAST + '[source]\npath = "dist/articles"\n', "build.path: expected a place apart from the articles"),
        (LEAST + '[bundle]\npath = "dist/bundles"\n', "bundle.path: expected a place apart from the compiled"),
        (LEAST + '[build]\nstaging = "../x"\n', "build.staging: expected empty, or a folder inside the project"),
        (LEAST + '[build]\nstaging = "dist/x"\n', "build.staging: expected a place apart from [build] path"),
        (LEAST + '[build]\nstaging = "Bundles"\n', "build.staging: expected a place apart from [bundle] path"),
        (LEAST + '[build]\nstaging = "locales/x"\n', "build.staging: expected a place apart from [catalogs] path"),
        (LEAST + '[build]\nstaging = "source/x"\n', "build.staging: expected a place apart from the articles"),
        (LEAST + '[source]\ninclude = ["../*.md"]\n', "source.include: expected globs below the source folder"),
        (LEAST + '[source]\ninclude = ["a**.md"]\n', "source.include: expected globs"),
        (LEAST + '[catalogs]\npath = "locales/{article}.po"\n', "holds {locale} and {article} once"),
        (LEAST + '[catalogs]\npath = "locales/{locale}/{artikel}.po"\n', "holds {locale} and {article} once"),
        (LEAST + '[catalogs]\npath = "{locale}/{article}.po"\n', "catalogs.path: expected a place apart"),
        (LEAST + f"[draft]\nmax_cost = 1{'0' * 400}\n", "draft.max_cost: expected a number, 0 or more"),
        (LEAST + "[bundle]\nformats = []\n", "bundle.formats: expected a list of some of zip, html, epub, each once"),
        (LEAST + "[draft]\nmax_cost = -1\n", "draft.max_cost: expected a number, 0 or more"),
        (LEAST + '[engine.llm]\nformality = "very"\n', "engine.llm.formality: expected one of default, more, less"),
        (LEAST + '[engine.llm]\nmode = "xml"\n', "engine.llm.mode: expected one of json, plain, not 'xml'"),
        (LEAST + '[engine.llm]\npath = "/tmp"\n', "engine.llm.path: unknown key"),
        (LEAST + '[engine.apertium]\nmodel = "x"\n', "engine.apertium.model: unknown key"),
        (LEAST + '[engine.apertium]\nformality = "more"\n', "engine.apertium.formality: unknown key"),
        (LEAST + "[engine.memory]\ntimeout = 3\n", "engine.memory.timeout: unknown key"),
        (LEAST + "[engine.babelfish]\n", "engine.babelfish: unknown engine"),
        (LEAST + '[draft]\nengines = ["memry"]\n', 'did you mean "memory"?'),
        (LEAST + '[draft]\nengines = ["memory", "memory"]\n', "draft.engines: expected a list of some of memory"),
        (LEAST + '[engine.apertium]\nurll = "x"\n', 'engine.apertium.urll: unknown key (did you mean "url"?)'),
        (LEAST + '[notices]\nfr = "x"\n', "notices.fr: expected one of the project's languages (de)"),
        (LEAST + "[notices]\nde = 1\n", "notices.de: expected a text"),
        (LEAST + "[notices]\nde = {draft = false}\n", "notices.de.draft: expected a text or true, as such pages"),
        (LEAST + "[notices]\nde = {partial = 1}\n", "notices.de.partial: expected a text, true or false, not 1"),
        (LEAST + "[notices]\nde = {drafts = true}\n", 'notices.de.drafts: unknown key (did you mean "draft"?)'),
        (LEAST + '[notices]\ndefault = {partial = "x"}\n', "notices.default.partial: expected true or false, as a"),
        (LEAST + '[notices]\ndefault = "x"\n', "notices.default: expected a table"),
        (LEAST + '[notices]\nde = "x"\nDE = "y"\n', "notices.DE: expected each language once"),
        (LEAST + '[check]\nerror = ["links"]\noff = ["links"]\n', 'each rule once, but "links"'),
        (LEAST + "[build]\nminimum = \n", "is not TOML"),
        ("source = 1\n", "source: expected a table"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    message = refused(tmp_path, text)
    assert said in message
    assert message.startswith(str(tmp_path / "i18n.toml"))


def test_limits_may_differ_by_locale(tmp_path: Path) -> None:
    text = """\
        [project]
        locales = ["de", "ar", "pt-BR"]
        [build]
        minimum = {default = 80, ar = 50, pt-br = 60}
        drop_below = {ar = 30}
        required = {default = ["index"], ar = []}
        """
    build = load(configured(tmp_path, text)).build
    assert [build.minimum.of(locale) for locale in ("de", "ar", "pt-BR", "en-XA")] == [80, 50, 60, 80]
    assert [build.drop_below.of(locale) for locale in ("de", "ar")] == [0, 30]
    assert [build.required.of(locale) for locale in ("de", "ar")] == [("index",), ()]


def test_notices_of_a_language_add_to_those_of_all(tmp_path: Path) -> None:
    text = """\
        [project]
        locales = ["de", "ar", "pt-BR"]
        [notices]
        default = {outdated = true, partial = true}
        de = "Maschinell."
        pt-br = {draft = "Rascunho.", partial = false}
        """
    notices = load(configured(tmp_path, text)).notices
    assert notices.of("de") == Notices("Maschinell.", True, True)
    assert notices.of("ar") == notices.of("en-XA") == Notices(True, True, True)
    assert notices.of("pt-BR") == Notices("Rascunho.", True, False)


def test_a_configuration_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "i18n.toml").write_bytes(LEAST.encode() + b"# caf\xe9\n")
    with pytest.raises(ConfigurationError, match="is not UTF-8"):
        load(tmp_path)


def test_the_configuration_is_found_upwards(tmp_path: Path) -> None:
    configured(tmp_path)
    below = tmp_path / "source" / "deep"
    below.mkdir(parents=True)
    assert load(below).root == str(tmp_path)


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    configured(tmp_path)
    below = tmp_path / "tools"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.ruff]\nline-length = 100\n# i18n is above\n", encoding="utf-8")
    assert load(below).root == str(tmp_path)


def test_pyproject_configures_too_and_gives_the_name(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "atlas"\n[tool.i18n.project]\nlocales = ["de"]\n', encoding="utf-8"
    )
    project = load(tmp_path)
    assert (project.name, project.locales, Path(project.file).name) == ("atlas", ("de",), "pyproject.toml")


def test_both_files_at_once_are_refused_naming_both(tmp_path: Path) -> None:
    configured(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.i18n.project]\nlocales = ["de"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path)
    assert "i18n.toml" in caught.value.message
    assert "pyproject.toml" in caught.value.message


def test_without_a_configuration_init_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, tmp_path)
    assert "i18n init" in caught.value.hint


def test_an_explicit_folder_is_not_left_upwards(tmp_path: Path) -> None:
    configured(tmp_path)
    (tmp_path / "below").mkdir()
    with pytest.raises(ConfigurationError):
        load(tmp_path, tmp_path / "below")
    with pytest.raises(ConfigurationError, match="is no folder"):
        load(tmp_path, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("**/*.md", "a.md", True),
        ("**/*.md", "x/y/a.md", True),
        ("*.md", "x/a.md", False),
        ("*.md", "a.mdx", False),
        ("x/**", "x/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("x/**", "x", False),
        ("x/**", "xy/a.md", False),
        ("x/**/b.md", "x/b.md", True),
        ("x/**/b.md", "x/1/2/b.md", True),
        ("x/**/b.md", "x/ab.md", False),
        ("**", "x/y.md", True),
        ("?.md", "ä.md", True),
        ("?.md", "ab.md", False),
        ("?.md", "/.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "c.md", True),
        ("[!ab].md", "a.md", False),
        ("[.md", "[.md", True),
        ("a+b(1).md", "a+b(1).md", True),
        ("a.md", "A.md", False),
        ("caf\u00e9.md", "cafe\u0301.md", True),
        ("a[^b].md", "a^.md", True),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert matches(path, [glob]) is expected


def test_articles_are_those_included_and_not_excluded(tmp_path: Path) -> None:
    project = with_articles(
        tmp_path, "b.md", "a.mdx", "x/c d.md", "x/skip.md", "note.txt", "old.markdown", ".hidden/d.md", "e.MD",
        more='[source]\nexclude = ["x/skip.md"]\n',
    )  # fmt: skip
    found = find_articles(project)
    assert [(known.path, known.name) for known in found.articles] == [
        ("a.mdx", "a"),
        ("b.md", "b"),
        ("x/c d.md", "x/c d"),
    ]
    assert found.lookalikes == ("source/e.MD", "source/old.markdown")
    assert found.articles[2].reference == "source/x/c d.md"
    assert found.articles[0].size == 6


def test_private_articles_are_marked(tmp_path: Path) -> None:
    project = with_articles(tmp_path, "a.md", "secret/b.md", more='[source]\nprivate = ["secret/**"]\n')
    assert [known.private for known in find_articles(project).articles] == [False, True]


def test_links_that_leave_the_project_or_go_in_circles_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_bytes(b"")
    root = tmp_path / "project"
    root.mkdir()
    project = with_articles(root, "a.md", "deep/b.md")
    (root / "shared").mkdir()
    (root / "shared" / "c.md").write_bytes(b"")
    source = root / "source"
    (source / "out").symlink_to(outside)
    (source / "out.md").symlink_to(outside / "x.md")
    (source / "in").symlink_to(root / "shared")
    (source / "deep" / "circle").symlink_to(source)
    (source / "broken.md").symlink_to(root / "nowhere.md")
    found = find_articles(project)
    assert [known.path for known in found.articles] == ["a.md", "deep/b.md", "in/c.md"]
    assert found.outside == ("source/out", "source/out.md")


def test_a_name_that_is_no_text_is_named_and_left_out(tmp_path: Path) -> None:
    project = with_articles(tmp_path, "a.md", "line\nbreak.md", "A: question.md", "back\\slash.md")
    Path(os.fsdecode(os.fsencode(tmp_path / "source") + b"/caf\xe9.md")).touch()
    found = find_articles(project)
    assert [known.path for known in found.articles] == ["a.md"]
    assert found.unnameable == (
        ("source/A: question.md", "begins like a drive of Windows"),
        ("source/back\\slash.md", "has a backslash"),
        ("source/caf\\xe9.md", "has a control character or is not Unicode"),
        ("source/line\nbreak.md", "has a control character or is not Unicode"),
    )


def test_without_a_source_folder_the_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"source\.path"):
        find_articles(load(configured(tmp_path)))


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.md", "b.md"], ["a", "b"]),
        (["a.md", "a.mdx"], ["a.md", "a.mdx"]),
        (["a.md", "A.md"], ["a.md", "A.md"]),
        (["a.md", "a.mdx", "a.md.md"], ["a.md", "a.mdx", "a.md.md"]),
        (["x/a.md", "a.md"], ["x/a", "a"]),
        (["a.b.md"], ["a.b"]),
        (["caf\u00e9.md", "cafe\u0301.md"], ["caf\u00e9.md", "cafe\u0301.md"]),
    ],
)
def test_names_of_articles(paths: list[str], names: list[str]) -> None:
    assert list(names_of(paths).values()) == names


_PATHS = st.lists(st.from_regex(r"\A([ab]/)?[aAbé](\.md|\.mdx|\.md\.md)\Z"), unique=True, max_size=8)


@given(_PATHS)
def test_no_two_articles_share_a_name(paths: list[str]) -> None:
    names = names_of(paths)
    folded = [unicodedata.normalize("NFC", name) for name in names.values()]
    assert len(set(folded)) == len(paths)
    assert list(names) == paths


def test_a_private_glob_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "names.md").write_text("# Names\n", encoding="utf-8")
    configuration = tmp_path / "i18n.toml"
    for glob in ("source/names.md", "Names.md", "nam"):
        configuration.write_text(f'[project]\nlocales = ["de"]\n[source]\nprivate = ["{glob}"]\n', encoding="utf-8")
        with pytest.raises(ConfigurationError, match="matches no article"):
            find_articles(load(tmp_path))
    configuration.write_text('[project]\nlocales = ["de"]\n[source]\nprivate = ["names.md"]\n', encoding="utf-8")
    assert [known.private for known in find_articles(load(tmp_path)).articles] == [True]
