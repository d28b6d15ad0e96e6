"""The catalogues: what is said in the code, gathered, checked and made ready for the program."""
