"""What words of a screenplay mean, as tables: English, Chinese and Spanish side by side."""
