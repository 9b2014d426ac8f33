"""Who is whom across reports: decisions of people, the user's own actors, and the names that are alike."""
