"""Site rules: what somebody knows about the pages of one host goes before rules and score."""

from declutter.errors import BrokenSiteRule
from declutter.site_rules.folder import SiteRules, read_folder
from declutter.site_rules.rule import Found, SiteRule

__all__ = ["BrokenSiteRule", "Found", "SiteRule", "SiteRules", "read_folder"]
