"""How a brief looks: the house style with its colours and logo, and the style of its citations."""
