"""The sandbox that section templates run in, and all that they can name. Only `compose` comes in."""
