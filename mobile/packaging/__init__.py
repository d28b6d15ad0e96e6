"""What Android needs beside the code. Nothing of it is imported by the app."""
