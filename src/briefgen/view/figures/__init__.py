"""What is reckoned alike of trade and of series: changes between periods, and years out of their parts."""
