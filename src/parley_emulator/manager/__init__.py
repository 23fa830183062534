"""The page that plays WhatsApp Manager, and whoever decides at WhatsApp's side."""
