"""The shipped Word templates: how they are made, and what they become when filled."""
