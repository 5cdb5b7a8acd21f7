"""Series of figures beyond trade: grouped, added up, compared."""
