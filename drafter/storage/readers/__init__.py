"""One reader a format; `table` names them all."""
