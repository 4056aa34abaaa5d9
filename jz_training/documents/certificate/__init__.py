"""Certificates (培训证书), proofs of hours (学时证明) and their register."""
