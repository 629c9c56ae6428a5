"""What happens when somebody runs `i18n`?"""


def main() -> None:
    """Run the command line and end with its exit status."""
    # Worker processes import this module again: what they do not need is imported here, not above.
    from i18n.cli.root import root

    root()


if __name__ == "__main__":
    main()
