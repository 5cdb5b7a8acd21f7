"""A team's own kinds of facts: `kinds/NAME.yaml` of a workspace, in the words that briefgen's own are declared in."""
