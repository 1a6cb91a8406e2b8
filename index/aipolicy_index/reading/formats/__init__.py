"""The formats that can be read, one module each: `ENDINGS` and `read(raw, path)`."""
