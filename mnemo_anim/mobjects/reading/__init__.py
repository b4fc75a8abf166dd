"""Reading a gradient: its entries beside their weights, the loss that they are of, its answers."""
