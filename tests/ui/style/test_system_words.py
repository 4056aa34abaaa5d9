"""What Qt draws itself speaks Chinese as well."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from jz_training.ui.style.system_words import speak_chinese


def test_the_file_dialog_of_qt_is_chinese(qapp: QApplication) -> None:
    speak_chinese(qapp)
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "查找范围："
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_dates_of_qt_are_chinese(qapp: QApplication) -> None:
    speak_chinese(qapp)
    assert QLocale().language() is QLocale.Language.Chinese
