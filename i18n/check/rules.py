"""Which rules are there?"""

from __future__ import annotations

from i18n.check import active, hidden
from i18n.check.html import html
from i18n.check.links import links
from i18n.check.literals import literal
from i18n.check.names import names
from i18n.check.numbers import numbers
from i18n.check.placeholders import code, placeholders
from i18n.check.punctuation import punctuation
from i18n.check.references import verses
from i18n.check.rule import Rule
from i18n.check.slips import length, sentence, wording
from i18n.check.state import empty_fuzzy, unchanged
from i18n.check.stress import stress
from i18n.check.swapped import swapped_links
from i18n.check.terms import terms
from i18n.check.tongue import tongue
from i18n.check.typography import typography
from i18n.check.whitespace import whitespace
from i18n.model import Severity

RULES = (
    Rule(
        "active-content",
        Severity.ERROR,
        "A translation brings scripts, event handlers, styles or foreign pages that the source does not have",
        "Elements such as <script> and <iframe>, attributes such as onclick and style and targets such as javascript:"
        " run in the browser of whoever opens the page, load something or cover it; <textarea> and <plaintext> swallow"
        " what follows; a comment such as <!-- i18n:skip --> is an order to this program."
        " Take them out. The page shows the source's text until then. This rule is an error in drafts too"
        " and cannot be turned off or waived.",
        active.active_content,
        locked=True,
    ),
    Rule(
        "agreement",
        Severity.INFO,
        "The same text is translated otherwise in another article",
        "Readers take two wordings for two things. Both may be right: then waive the rule for one of them, or part the"
        " messages by a context. Texts of one word and messages with a context are not compared, nor is what private"
        " articles say. One message of each text is named, with the wording of most places.",
    ),
    Rule(
        "built-link",
        Severity.ERROR,
        "A link of a built page leads nowhere",
        "With --built the command follows the links of the pages that the last build made: relative ones, those to"
        " articles from the site's root, pictures, and places of pages. What leads nowhere in the article either is a"
        " warning. Build again if files are missing; a place that is gone may be an id that the site makes by another"
        " rule ([build] ids).",
    ),
    Rule(
        "code",
        Severity.ERROR,
        "Code between backticks differs from the source",
        "What stands between backticks is typed or searched for by readers. Copy it from the source; waive the rule"
        " where your language quotes words that the source writes as code: the page shows the translation then.",
        code,
    ),
    Rule(
        "data",
        Severity.WARNING,
        "A key path of [source] data means no text of the file",
        "Only texts are translated: no numbers, no lists and tables themselves, and nothing in YAML that has an anchor,"
        " an alias or a tag. “[]” stands for what a list holds, “*” for any key, “**” for any number of both, “key()”"
        " for keys.",
    ),
    Rule(
        "directive",
        Severity.ERROR,
        "A comment or a directive of an article begins and never ends",
        "An i18n:skip-start without its skip-end leaves the rest of the article untranslated, a comment without its end"
        " hides the rest from readers, and what follows a directive without its end belongs to it (a warning). Add what"
        " is missing.",
    ),
    Rule(
        "emphasis",
        Severity.WARNING,
        "Bold, italic or struck text differs from the source",
        "Languages may stress other words, so this is a warning. Often it is a mark that does not take effect:"
        " in Korean, Japanese and Chinese a closing ** after punctuation and before a letter stays visible. Emphasis on"
        " another word is told by numbers, names, code and terms of the glossary.",
        stress,
    ),
    Rule(
        "emptied",
        Severity.WARNING,
        "A message had a translation, and came back from a tool without it",
        "Some tools leave out what is fuzzy or equal to its source. What stood there is given back once, as fuzzy:"
        " finish it, or empty it once more.",
    ),
    Rule(
        "empty-fuzzy",
        Severity.WARNING,
        "A message is marked fuzzy and has no translation",
        "Fuzzy asks for a second look, and there is nothing to look at. Translate the message or remove the mark.",
        empty_fuzzy,
        empty=True,
    ),
    Rule(
        "front-matter",
        Severity.ERROR,
        "The front matter of an article cannot be read",
        "The block between the --- lines at the top must be one that the site generator can read. It is copied as it"
        " is until then, and its texts are not translated.",
    ),
    Rule(
        "heading-id",
        Severity.WARNING,
        "A translated heading gets an id by which links ask for another",
        "Links to the heading further down lead to this one. It is said where no id can be written behind a"
        " heading, as with MkDocs without `attr_list`. Say the heading in other words, or turn that extension on.",
    ),
    Rule(
        "hidden-characters",
        Severity.WARNING,
        "A translation has characters that nobody can see",
        "Zero-width characters, soft hyphens and byte order marks break searches and links; direction controls that"
        " are not closed change the order of the text behind them (an error). What scripts need, and what the source"
        " has too, is right.",
        hidden.hidden_characters,
    ),
    Rule(
        "html",
        Severity.ERROR,
        "HTML tags or attributes differ from the source",
        "Tags and attributes stay as they are; only the text of alt, title and aria-label is translated. The targets"
        " of href and src may change to what [check] hosts allows. What leads to another host is always an error, and"
        " the page shows the source's text.",
        html,
    ),
    Rule(
        "image-metadata",
        Severity.WARNING,
        "A file that an article uses is published with more than what it shows",
        "Photographs hold place, time and camera, drawings and documents their author and folders. The build takes that"
        " out of JPEG, PNG, WebP, GIF and SVG pictures, and of PDF documents with the extra “pdf”. It cannot for other"
        " kinds (HEIC, AVIF, TIFF, sound, films, office files), nor for a file that it cannot read: clean such a file"
        " yourself or publish another kind. [build] images = “keep” leaves everything in.",
    ),
    Rule(
        "language",
        Severity.WARNING,
        "A translation is in another language than its catalog",
        "Told by the small words that every sentence has, in texts of six words and more. With the extra `language` a"
        " model is asked as well. Waive the rule for quotations.",
        tongue,
    ),
    Rule(
        "length",
        Severity.WARNING,
        "A translation is much shorter than its source",
        "Its length is compared with that of human translations between the two languages, words that both have left"
        " out. Mostly a sentence is missing. Waive the rule where the source says more than your readers need.",
        length,
    ),
    Rule(
        "line-breaks",
        Severity.WARNING,
        "A translation has another number of line breaks than the source",
        "A line break within a message is one on the page: a line of a poem or an address. Keep as many.",
    ),
    Rule(
        "links",
        Severity.ERROR,
        "Targets of links and images, or footnotes, differ from the source",
        "Copy the target between the parentheses from the source. To lead readers to a page in their own language,"
        " allow it under [check] hosts. Where the rule is waived, the page shows the translation with its own targets."
        " A host that the source does not name, in a bare address too, is always an"
        " error: the page shows the source's text, and neither a waiver nor the configuration changes that.",
        links,
    ),
    Rule(
        "literal",
        Severity.WARNING,
        "A word that programs read is missing",
        "Names of options, functions and files (retry_after, keepOrder, cache.db, --quiet) are typed and searched for."
        " They stay as they are, with code marks or without; so does what makes no word (npm, PATH, utf8) and is code"
        " elsewhere in the article. Others are do-not-translate terms of the glossary.",
        literal,
    ),
    Rule(
        "manifest",
        Severity.WARNING,
        "The manifest of the last build cannot be read",
        "It lists what the last build wrote, so that the next one can remove what is gone. Without it nothing is"
        " removed.",
    ),
    Rule(
        "names",
        Severity.WARNING,
        "A name is spelled otherwise than in the source",
        "Of a name of two words the translation has one, and next to it the other with another letter. It is said in"
        " languages that write names without endings; waive the rule where yours has a spelling of its own. In any"
        " language a name is found that most messages of a catalog, or most articles, spell with another letter.",
        names,
    ),
    Rule(
        "not-included",
        Severity.WARNING,
        "A file in the source folder looks like an article and is none",
        "No pattern of [source] include matches it. Add one, or move the file.",
    ),
    Rule(
        "numbers",
        Severity.WARNING,
        "A number of the source is missing, or another one is there",
        "Digits, separators, the order of dates and numbers written as words may differ; values may not, nor the"
        " months, units, currencies and halves of the day that stand with them. The separators of another language make"
        " another number of one. Converted units and calendars are right too: waive the rule for them.",
        numbers,
    ),
    Rule(
        "old-page",
        Severity.WARNING,
        "A page shows the last complete translation, and with it what the source said then",
        "With [build] fallback = “last-good” the page stays as it was until the new text is translated, names and"
        " sentences that were taken out of the source among it. Translate what is open, or choose another fallback;"
        " an article that became private, or is withdrawn, takes its page along.",
    ),
    Rule(
        "outside",
        Severity.WARNING,
        "A symbolic link in the source folder leads out of the project",
        "What lies outside is neither read nor published. Put the folder or the file into the project.",
    ),
    Rule(
        "placeholders",
        Severity.ERROR,
        "Placeholders or shortcodes differ from the source",
        "A program replaces {name}, %s, {{ … }} and the like. Keep each as it is, in the order your language needs.",
        placeholders,
    ),
    Rule(
        "private-in-git",
        Severity.WARNING,
        "Git would give texts, templates, catalogs or pages of private articles to others",
        "What is listed under [source] private never leaves the machine by this program, but whoever clones the"
        " repository gets what git tracks. With --private the command shows the lines for .gitignore. Turn the rule off"
        " where nobody else has the repository.",
    ),
    Rule(
        "private-link",
        Severity.WARNING,
        "A page for readers leads to what is not for them",
        "The article or file is listed under [source] private, or the site generator holds it back. Its address is"
        " replaced by “#” in what is published, as it may say too much. Take the link out of the article.",
    ),
    Rule(
        "published-comment",
        Severity.WARNING,
        "A comment of the article is published",
        "Whoever looks at the page's source reads it, in every language: names and doubts do not belong there. Notes to"
        ' translators (<!-- i18n:note: … -->) are not published. With [build] comments = "drop" no comment for people'
        " is; those that a generator or another tool reads stay.",
    ),
    Rule(
        "punctuation",
        Severity.WARNING,
        "Marks of a translation are incomplete, or those of another language",
        "Quotation marks and brackets come in pairs. Spanish opens questions and exclamations, German and its"
        " neighbours have no “…”, Arabic and Korean have commas of their own. Another mark at the end than the"
        " source's is information.",
        punctuation,
    ),
    Rule(
        "references",
        Severity.WARNING,
        "A reference to the Bible names another book or other verses, or is left as the source writes it",
        "Books have their own names in each language, and other marks between chapter and verse: Apostelgeschichte 1,8"
        " is Acts 1:8. Where a tradition counts otherwise, as in the Psalms, other numbers are right. Only books and"
        " spellings that the program knows are compared; [scripture] tradition names the one that it proposes.",
        verses,
    ),
    Rule(
        "sentences",
        Severity.WARNING,
        "A sentence is missing, or there is one too many",
        "Translations join and part sentences: it is said only where the length differs by as much. Waive the rule"
        " where your readers need more words, or fewer.",
        sentence,
    ),
    Rule(
        "structure",
        Severity.ERROR,
        "A translation would change the structure of the page",
        "Blocks, links, code, images and HTML of the compiled article must be those of the source. The message is"
        " published in the source language until it is mended. This rule cannot be lowered, turned off or waived, and"
        " where the waiver of another one would break the page, the finding says so.",
        locked=True,
    ),
    Rule(
        "swapped-links",
        Severity.WARNING,
        "Two links of a translation stand on each other's words",
        "The text of a link and where it leads belong together. It is said where words tell: numbers, names, code,"
        " words that both languages share, terms of the glossary. Links may stand in any order.",
        swapped_links,
    ),
    Rule(
        "terms",
        Severity.WARNING,
        "A term is not the one that the glossary has",
        "Readers meet the same thing under the same name. Use the approved term in the form that the sentence needs,"
        " none that is forbidden, and keep names that are not translated. Waive the rule where the source means"
        " something else by the word. Without a glossary it is silent.",
        terms,
    ),
    Rule(
        "translation-as-source",
        Severity.WARNING,
        "A translation that is there already is read as an article to translate",
        "Its name, or that of a folder it lies in, ends in a language of the project, as generators name translations."
        " Leave it out by [source] exclude; a line that does it is given.",
    ),
    Rule(
        "typography",
        Severity.WARNING,
        "Spaces, dashes or marks are set as in another language",
        "French parts “:” and “!” from the word by a space at which no line breaks, Spanish dashes stand right by the"
        " words that they open and close, quotations close with the mark that belongs to what opens them. Where the"
        " source keeps a number and its unit in one line, so should the translation. What houses differ about is"
        " information.",
        typography,
    ),
    Rule(
        "unchanged",
        Severity.WARNING,
        "A translation is the source text",
        "In prose of four words or more this is mostly a message that somebody forgot, and it counts as untranslated."
        " Waive the rule for names and quotations that stay as they are.",
        unchanged,
    ),
    Rule(
        "unreadable",
        Severity.ERROR,
        "A file cannot be read as what it claims to be",
        "Articles and catalogs are UTF-8, and catalogs are gettext's. The file is left as it is, and what depends on"
        " it is not made. This rule cannot be lowered.",
        locked=True,
    ),
    Rule(
        "unwritable",
        Severity.ERROR,
        "A file cannot be written",
        "The disk is full, a folder may not be changed, or a symbolic link leads out of the project. What stood there"
        " stays, and all other articles are done. This rule cannot be lowered.",
        locked=True,
    ),
    Rule(
        "waiver",
        Severity.WARNING,
        "A comment of a catalog waives a rule that there is not",
        "The comment “i18n-ignore:” takes ids of rules with commas between them. A slip in one leaves the finding where"
        " it is.",
    ),
    Rule(
        "whitespace",
        Severity.WARNING,
        "A translation has white space that the source has not",
        "White space at the ends of a text, next to its line breaks or twice in a row comes from copying and is"
        " easy to overlook. Non-breaking spaces before punctuation are right.",
        whitespace,
    ),
    Rule(
        "wording",
        Severity.WARNING,
        "Something slipped into a translation that is no word of it",
        "A note to yourself (TODO, “[check]” in any language), a short word twice in a row, a sentence that breaks off,"
        " words of an English source, or letters of another alphabet that look alike, which no search finds.",
        wording,
    ),
)
"""In alphabetical order. Those without a check function arrive as findings from extracting and building."""
