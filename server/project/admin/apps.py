from django.contrib.admin.apps import AdminConfig as DjangosAdmin


class AdminConfig(DjangosAdmin):
    default_site = "server.project.admin.site.Desk"
