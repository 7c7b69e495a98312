"""Messages to customers as lines of a CSV file that somebody sends by hand."""

from pathlib import Path

from commerce.ports import Letter
from integrations.manual.sheet import Sheet

FILE_NAME = "messages-to-send.csv"
HEADER = ("channel", "to", "text", "language", "message_key")


class ManualMessenger:
    """Fills `commerce.ports.Messenger` by appending to `messages-to-send.csv` in a folder.

    Safe to use from several processes at once. A message whose key is in the file is not written
    again; the reference is the number of its line.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder to keep the file in; it is made when first needed."""
        self._sheet = Sheet(folder / FILE_NAME, HEADER)

    def send(self, letter: Letter) -> str:
        """Write one message down, once, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        cells = (letter.channel.value, letter.to, letter.text, letter.language, letter.key)
        return f"line {self._sheet.line_of(cells)}"
