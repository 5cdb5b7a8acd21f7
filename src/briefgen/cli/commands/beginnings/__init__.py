"""What `briefgen new` begins beside templates: a relation, facts and prose of it, a kind of facts."""
