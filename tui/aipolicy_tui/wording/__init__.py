"""What is said, on the screen and on the command line alike: plain values in, words of the chosen language out."""
