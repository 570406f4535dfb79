from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "cms.policies"
    label = "cms_policies"
    verbose_name = "Policies"
