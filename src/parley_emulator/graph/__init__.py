"""The Graph API: ``/{version}/{node}/{edge}``."""
