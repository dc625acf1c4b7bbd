"""What happens in a scene, moment by moment: who is where, does, feels and says what."""
