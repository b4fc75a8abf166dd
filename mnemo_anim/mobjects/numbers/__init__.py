"""Numbers that name the quantity that they stand for, and what is made of them."""
