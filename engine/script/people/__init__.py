"""Who is in a script, how they look and sound: casting by rule and by the bible."""
