"""`python -m aipolicy_tui` is `aipolicy-tui`."""

from aipolicy_tui.start import main

if __name__ == "__main__":
    main()
