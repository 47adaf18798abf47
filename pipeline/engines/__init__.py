"""The engines that map documents to rows; each gives the same rows in the same order."""
