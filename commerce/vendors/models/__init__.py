from commerce.vendors.models.member import Member

__all__ = ["Member"]
