"""dateline schema: what `dateline read --json` prints, as a JSON Schema."""

import click


def text() -> str:
    """The JSON Schema (draft 2020-12) of a Reading, indented, with a line feed at its end."""
    import msgspec

    from dateline import Reading

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **msgspec.json.schema(Reading)}
    return msgspec.json.format(msgspec.json.encode(schema, order="deterministic"), indent=2).decode("utf-8") + "\n"


@click.command("schema")
def schema() -> None:
    """Print the JSON Schema of what `dateline read --json` prints."""
    click.echo(text(), nl=False)
