"""What kind of thing a person handed in: a call, a message or a link."""

from .indicator import Link, SmsPort
from .reading import Reading
from .submission import Channel


def kind_of(reading: Reading) -> Channel:
    """Return the door the person took; else bare links are a link, bare numbers a call.

    Words around it make it a message, and so does a bare SMS port: nobody is called by one.
    """
    if reading.submission.channel is not None:
        return reading.submission.channel
    if not reading.bare or not reading.indicators:
        return Channel.MESSAGE
    if all(isinstance(each, Link) for each in reading.indicators):
        return Channel.LINK
    if all(isinstance(each, SmsPort | Link) for each in reading.indicators):
        return Channel.MESSAGE
    return Channel.CALL
