"""What is ours between Textual and the wire: output, capabilities, signals, clipboard, the first frame."""
