"""Papers for the archive: PDF/A-2b (ISO 19005-2) from what our documents wrote."""

from jz_training.documents.archive.faults import ArchiveFault, faults_of
from jz_training.documents.archive.pdf_a import archived

__all__ = ["ArchiveFault", "archived", "faults_of"]
