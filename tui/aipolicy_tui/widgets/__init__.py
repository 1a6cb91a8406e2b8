"""What is drawn: panes and lines, and the presentation logic behind them, which knows no Textual."""
