"""A small document that holds one of everything."""

WHOLE = """\
---
series: Mnemosyne
language: en
---

# Gradients

<!-- a note
to the author -->

## Intuition First {#intuition-first}

```labels
height: height
where-you-stand: where: you stand
```

{#night-walk}
Picture a *hike*
at `night`,  in the [hills](https://example.org).

| Property | Meaning |
| --- | ---: |
| ∇f | a **vector** |
| \\|x\\| | a size |

{#first-listing}
```python
x = 1

print(x)
```

## Questions {#questions}

{#your-turn}
Your turn.

### Which way? {#which-way}

**Answer.** Down.

**Reason.** Because −∇f points downhill.

{#farewell}
Well done.
"""


def line_of(beginning: str) -> int:
    """Return the number of the first line of the document that begins so."""
    lines = WHOLE.split("\n")
    return next(i for i, line in enumerate(lines, start=1) if line.startswith(beginning))
