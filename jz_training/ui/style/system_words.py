"""Chinese words for what Qt draws itself: file and print dialogs, the menu of a text field."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME = "jz-training-system-words"


def speak_chinese(app: QApplication) -> None:
    """Let Qt's own dialogs and menus be Chinese whatever the language of the system is.

    Loaded once per application; without the file the words stay as they are.
    """
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    if app.findChild(QTranslator, _NAME) is not None:
        return
    words = QTranslator(app)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load("qtbase_zh_CN", folder):
        app.installTranslator(words)
