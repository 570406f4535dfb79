from commerce.checkout.models.checkout import Checkout

__all__ = ["Checkout"]
