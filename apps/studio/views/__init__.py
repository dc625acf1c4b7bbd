"""The director's room. Views translate; what happens stands in services."""
