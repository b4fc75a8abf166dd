"""Networks, computation graphs and tensors."""
