"""Templates that try to take a machine's time or memory, or to reach out of the sandbox."""

from __future__ import annotations

GRAPHS = (
    "{% set a = namespace(x=[1]) %}{% set b = namespace(x=[1]) %}"
    "{% for i in range(40) %}{% set a.x = [a.x, a.x] %}{% set b.x = [b.x, b.x] %}{% endfor %}"
)
"""Two lists of 2^40 members each, in 40 steps of memory: comparing them would never end, and no timer could stop it."""
_DEEP = 40
_TREE = "".join(f"{{% macro m{i}() %}}{{{{ m{i + 1}() }}}}{{{{ m{i + 1}() }}}}{{% endmacro %}}" for i in range(_DEEP))
_CALLED = "{% macro a() %}{{ caller() }}{% endmacro %}"
_LISTS = "{% set ns = namespace(x=[1]) %}"


def _again(value: str) -> str:
    """Sixty times the same step, then what came of it."""
    return f"{{% for a in range(60) %}}{{% set ns.x = {value} %}}{{% endfor %}}{{{{ ns.x }}}}"


_WORDS = "{% set ns = namespace(x='ab') %}"

BOMBS = {
    # ------------------------------------------------------------ loops
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
    "loops in loops that print": "{% for a in range(9999) %}{% for b in range(99) %}"
    "{{ title }}{% endfor %}{% endfor %}",
    "a range of a thousand million": "{% for a in range(1000000000) %}x{% endfor %}",
    "a loop over long text": "{% for a in range(9999) %}" + "long words " * 5000 + "{% endfor %}",
    "sorting in a loop": "{% for a in range(9999) %}{% if range(9999)|list|sort %}x{% endif %}{% endfor %}",
    "sorting without a loop": "{% if range(9999)|list" + "|reverse|list|sort" * 2000 + " %}x{% endif %}",
    "grouping in a loop": "{% for a in range(9999) %}{% if milestones|groupby('kind') %}x{% endif %}{% endfor %}",
    "a loop that calls itself": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    # ------------------------------------------------------------ long texts
    "a repeated word": "{{ 'a' * 1000000000 }}",
    "a repeated word that is never printed": "{% set x = 'a' * 1000000000 %}",
    "a word doubled by ~": _WORDS + _again("ns.x ~ ns.x"),
    "a word doubled by +": _WORDS + _again("ns.x + ns.x"),
    "a word doubled by join": _WORDS + _again("[ns.x, ns.x]|join"),
    "a word doubled by joined": _WORDS + _again("[ns.x, ns.x]|joined"),
    "a word doubled by set": "{% set x %}ab{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * _DEEP + "{{ x }}",
    "a word doubled by a macro": "{% macro d(x, n) %}{% if n %}{{ d(x ~ x, n - 1) }}{% endif %}{% endmacro %}"
    "{{ d('ab', 60) }}",
    "a word doubled by a filter block": "{% filter upper %}" * 20 + "x" + "{% endfilter %}" * 20,
    "a very long sum of words": "{{ " + "~".join(["'a'"] * 20_000) + " }}",
    "centred": "{{ 'a'|center(1000000000) }}",
    "indented": "{{ 'a'|indent(1000000000) }}",
    "wrapped": "{{ 'a b'|wordwrap(1, wrapstring='x' * 1000000) }}",
    "a wide number by %": "{{ '%1000000000d' % 1 }}",
    "a wide number by format": "{{ '%1000000000d'|format(1) }}",
    "a wide word by its method": "{{ '{:>1000000000}'.format('x') }}",
    "justified": "{{ 'x'.ljust(1000000000) }}",
    "filled with noughts": "{{ 'x'.zfill(1000000000) }}",
    "replaced again and again": "{{ 'a'" + ".replace('a', 'aaaaaaaaaa')" * 12 + " }}",
    "replaced by a filter": "{{ 'a'" + "|replace('a', 'aaaaaaaaaa')" * 12 + " }}",
    "filler text": "{{ lipsum(n=100000) }}",
    # ------------------------------------------------------------ large numbers
    "a tower of powers": "{{ 9 ** (9 ** 9) }}",
    "a row of powers": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a large power": "{{ 9 ** 999999999 }}",
    "a number squared again and again": "{% set ns = namespace(x=99999) %}" + _again("ns.x * ns.x"),
    "a very long sum": "{{ " + "+".join(["1"] * 20_000) + " }}",
    "a rounded number": "{{ 1|round(1000000000) }}",
    # ------------------------------------------------------------ branches that never run
    "a word that nobody asks for": "{% if false %}{{ 'a' * 1000000000 }}{% endif %}{{ nothing }}",
    "a power that nobody asks for": "{% if false %}{{ 9 ** (9 ** 9) }}{% endif %}{{ nothing }}",
    # ------------------------------------------------------------ large lists
    "a repeated list": "{{ [1] * 1000000000 }}",
    "a doubled list": _LISTS + _again("ns.x + ns.x"),
    "a list of itself": _LISTS + _again("[ns.x, ns.x]|list"),
    "a mapping of itself": "{% set ns = namespace(x={'a': 1}) %}" + _again("{'a': ns.x, 'b': ns.x}"),
    "slices": "{% for a in [1]|slice(1000000000) %}x{% endfor %}",
    "batches": "{% for a in [1]|batch(1000000000, 0) %}x{% endfor %}",
    "two graphs compared": GRAPHS + "{% if a.x == b.x %}x{% endif %}",
    "a graph looked up": GRAPHS + "{% if a.x in [b.x] %}x{% endif %}",
    "graphs selected": GRAPHS + "{{ [a.x]|select('eq', b.x)|list|count|number }}",
    "graphs sorted": GRAPHS + "{{ [a.x, b.x]|sort|count|number }}",
    "the larger graph": GRAPHS + "{{ [a.x, b.x]|max|count|number }}",
    "a graph joined": GRAPHS + "{{ a.x|joined }}",
    "a graph cited": GRAPHS + "{{ cite(a.x) }}",
    "a graph found": GRAPHS + "{{ find(a.x) }}",
    "a graph as JSON": GRAPHS + "{{ a.x|tojson }}",
    "a graph printed": GRAPHS + "{{ a.x }}",
    # ------------------------------------------------------------ depth
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a tree of macros": _TREE + f"{{% macro m{_DEEP}() %}}x{{% endmacro %}}{{{{ m0() }}}}",
    "a partial that includes itself": "{% include 'partials/loop.md.j2' %}",
    "a partial that imports itself": "{% import 'partials/loop2.md.j2' as loop2 %}",
    "a tree of partials": "{% include 'partials/tree0.md.j2' %}",
    "a block that calls itself": "{% block b %}{{ self.b() }}{% endblock %}",
    "parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "lists in lists": "{% if " + "[" * 3000 + "]" * 3000 + " %}x{% endif %}",
    "conditions in conditions": "{% if true %}" * 200 + "x" + "{% endif %}" * 200,
    "loops 25 deep": "{% for a in range(2) %}" * 25 + "x" + "{% endfor %}" * 25,
    "calls in calls": _CALLED + "{% call a() %}" * 100 + "x" + "{% endcall %}" * 100,
    "a chain of filters": "{{ title" + "|capital" * 5000 + " }}",
    "a chain of fields": "{{ title" + ".x" * 5000 + " }}",
    # ------------------------------------------------------------ Markdown that is slow to read
    "brackets": "{% for a in range(9999) %}" + "[" * 80 + "{% endfor %}",
    "stars": "{% for a in range(9999) %}" + "**a " * 10 + "{% endfor %}",
    "quotes": "{% for a in range(9999) %}" + "> " * 20 + "{% endfor %}",
    "backticks": "{% for a in range(9999) %}" + "`" * 20 + "a{% endfor %}",
    "links": "{% for a in range(9999) %}[a](" + "{% endfor %}",
    "lists in lists in Markdown": "{% for a in range(9999) %}\n" + "- " * 50 + "x{% endfor %}",
    # ------------------------------------------------------------ sheer length
    "a template of two million characters": "word " * 400_000,
    "twenty thousand branches": "{% if nothing %}a" + "{% elif nothing %}b" * 20_000 + "{% endif %}",
    "twenty thousand settings": "{% set x = 1 %}" * 20_000 + "{{ nothing }}",
}  # fmt: skip
"""What is tried → the section that tries it."""

PARTIALS = {
    "partials/loop.md.j2": "{% include 'partials/loop.md.j2' %}",
    "partials/loop2.md.j2": "{% import 'partials/loop2.md.j2' as loop2 %}",
    **{f"partials/tree{i}.md.j2": f"{{% include 'partials/tree{i + 1}.md.j2' %}}" * 2 for i in range(_DEEP)},
    f"partials/tree{_DEEP}.md.j2": "x",
}
"""Templates that the bombs include."""

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ title.__class__ }}",
    "{{ title.raw }}",
    "{{ parties.__len__() }}",
    "{{ range.__globals__ }}",
    "{{ cite.__self__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ namespace.__init__ }}",
    "{{ loop }}",
    "{{ title.origin.facts }}",
    "{{ 'x'.format(1) }}",
    "{{ '%s'|format(1) }}",
    "{{ title|attr('raw') }}",
    "{{ parties|map('attr', '__class__')|list }}",
    "{{ parties|map(attribute='__class__')|list }}",
    "{{ parties|groupby('__class__') }}",
    "{{ parties|selectattr('__class__.__name__') }}",
    "{{ title['__class__'] }}",
    "{{ ().__class__ }}",
    "{{ config }}",
    "{% include '../../secret' %}",
    "{% include 'sections/one.md.j2' %}",
    "{% include ['/etc/passwd'] %}",
    "{% import 'os' as os %}",
    "{% import '/secret' as x %}",
    "{% extends 'x' %}",
]
"""Ways to Python behind a value, or to a file outside the templates."""
